import type { Annotation, AnnotationName, MessageBody } from '../../protocol/model/index.ts'

/** Whether a message can have it: a voice is written down, a text translated. */
export const mayHave = (body: MessageBody, name: AnnotationName): boolean =>
  name === 'transcript' ? body.kind === 'file' && body.seconds !== undefined : body.kind === 'text'

/** What was made of the message; undefined: nobody has asked. */
export const annotationOf = (body: MessageBody, name: AnnotationName): Annotation | undefined =>
  body.kind === 'text' || body.kind === 'file' ? body.annotations?.[name] : undefined

/** The same with this of it; what can have none stays what it is. */
export const withAnnotation = (
  body: MessageBody,
  name: AnnotationName,
  annotation: Annotation,
): MessageBody =>
  body.kind === 'text' || body.kind === 'file'
    ? { ...body, annotations: { ...body.annotations, [name]: annotation } }
    : body

/** What was said, without what was made of it. */
export const withoutAnnotations = (body: MessageBody): MessageBody => {
  if (body.kind !== 'text' && body.kind !== 'file') return body
  const { annotations: _annotations, preview: _preview, ...said } = { preview: undefined, ...body }
  return said
}
