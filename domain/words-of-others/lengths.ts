/** What a person may write, in characters, by what it is. */
export const longest = {
  name: 200, personName: 100, addressee: 60, phoneNumber: 40, subject: 200, message: 10_000, note: 2_000, said: 2_000,
} as const
