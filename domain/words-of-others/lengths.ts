/** The longest texts that a person may write, in characters. */
export const longest = {
  name: 200, personName: 100, addressee: 60, phoneNumber: 40, subject: 200, message: 10_000, note: 2_000, said: 2_000,
  tag: 50, notesOfCustomer: 4_000,
} as const
