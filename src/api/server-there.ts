/** Milliseconds that the server has to say that it is there. */
const patience = 10_000

/** Whether the server has the app's page to give. */
export const isServerThere = (): Promise<boolean> =>
  fetch('/', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(patience) }).then(({ ok }) => ok, () => false)
