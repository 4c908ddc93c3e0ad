/** True once it is done, which nothing is answered to. */
export const done = async (answer: Promise<undefined>): Promise<true> => {
  await answer
  return true
}
