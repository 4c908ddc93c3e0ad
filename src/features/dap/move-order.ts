/** What is to follow the DAP of some customers. It stays in the tab, so that a page loaded again goes on with it. */
export type MoveOrder = {
  customers: readonly { tenantId: string; displayName: string }[]
  templateId: string
  days: number
  autoExtend: boolean
  namePrefix: string
  /** Whether requests may have been made already. */
  started: boolean
}

/** As the server has it when nothing else is said. */
export const emptyOrder: MoveOrder = {
  customers: [], templateId: '', days: 730, autoExtend: false, namePrefix: 'From-DAP', started: false,
}

const keyOf = (userId: string) => `tessera.dap-move.${userId}`

/** The person's order of this tab, if there is one. */
export function keptOrder(userId: string): MoveOrder | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(userId))
    return text === null ? undefined : (JSON.parse(text) as MoveOrder)
  } catch {
    return undefined
  }
}

/** Without storage the order is still there as long as the page is. */
export function keepOrder(userId: string, order: MoveOrder | undefined): void {
  try {
    if (order) sessionStorage.setItem(keyOf(userId), JSON.stringify(order))
    else sessionStorage.removeItem(keyOf(userId))
  } catch {
    // Nothing else depends on it.
  }
}
