export { Marked } from './Marked.tsx'
export { SearchBox, type SearchBoxProps } from './SearchBox.tsx'
export { searchFor } from './searchText.ts'
