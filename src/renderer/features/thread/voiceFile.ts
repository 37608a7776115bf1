/** A recorded voice on its way into a message: a file that knows how long it is. */
export class VoiceFile extends File {
  readonly seconds: number

  constructor(sound: Blob, name: string, seconds: number) {
    super([sound], name, { type: sound.type })
    this.seconds = seconds
  }
}
