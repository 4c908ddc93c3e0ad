/** Characters that a list is searched for at most; a field holds more and says that it is too much. */
export const longestSearch = 200
