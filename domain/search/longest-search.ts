/** The longest search of a list, in characters; a field holds more and reports it. */
export const longestSearch = 200
