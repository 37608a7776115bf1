export { RatingLink } from './RatingLink.tsx'
export { RatingsToday } from './RatingsToday.tsx'
export { useAskRating } from './useAskRating.ts'
export { useRatingText } from './useRatingText.ts'
