import type { Ports } from '../ports.ts'

/** Where a customer reads and approves a request for granular rights. Its id is made by chance and given to whoever is to approve. */
export const approvalLinkOf = ({ publicUrl }: Pick<Ports, 'publicUrl'>, id: string): string => `${publicUrl}/approve/${id}`
