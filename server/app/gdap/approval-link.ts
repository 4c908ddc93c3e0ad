import type { Ports } from '../ports.ts'

/** The page where a customer reads and approves a GDAP request; its random id is the secret. */
export const approvalLinkOf = ({ publicUrl }: Pick<Ports, 'publicUrl'>, id: string): string => `${publicUrl}/approve/${id}`
