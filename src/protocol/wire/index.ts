export * from './collections.ts'
export * from './frames.ts'
export * from './customerFrames.ts'
export * from './http.ts'
