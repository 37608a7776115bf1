export { topicText } from './choices.ts'
export { TopicLine } from './TopicLine.tsx'
