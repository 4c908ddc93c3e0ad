declare module 'virtual:words/*' {
  const words: import('./use-words.ts').Catalogues
  export default words
}
