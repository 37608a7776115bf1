export { useRuleText } from './useRuleText.ts'
