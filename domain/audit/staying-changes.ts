/** The changes after which a row stands in every list of its noun where it stood, whatever that shows and in whichever order. */
const staying: Partial<Record<string, readonly string[]>> = {
  invitations: ['asked', 'confirmed', 'link_shown', 'opted_out', 'reminded', 'reseller_reminded'],
  'delegated-admin': ['assigned', 'assignment_active', 'assignment_deleted', 'reassigned', 'reminded', 'sent', 'unassigned'],
}

/** Whether it can bring no row onto a list, and take none from it. */
export const staysInPlace = (noun: string, change: string): boolean => staying[noun]?.includes(change) ?? false
