/** Milliseconds for which what the page asks for may come of a person's deed: the page that a click leads to is fetched, then its rows. */
const lingers = 30_000

/** When the person last did something on this page; to open it was something. */
let lastDeed = performance.now()

for (const deed of ['click', 'input', 'keydown', 'pointerdown', 'wheel'])
  globalThis.addEventListener?.(deed, ({ isTrusted }) => { if (isTrusted) lastDeed = performance.now() }, { capture: true, passive: true })

/** Whether a call made now comes of what a person did. Otherwise the page asks by itself, and the session ends no later by it. */
export const isAttended = (): boolean => performance.now() - lastDeed < lingers
