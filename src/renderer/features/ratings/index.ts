export { useAskRating } from './useAskRating.ts'
export { useRatingText } from './useRatingText.ts'
