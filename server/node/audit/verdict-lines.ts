import type { Break, ChainReport } from '../../store/audit/verify.ts'

const meanings: Record<Break, string> = {
  link_missing: 'the link is missing: somebody deleted it',
  row_missing: 'the row is missing: somebody deleted it',
  row_changed: 'the row or its link differs from what was chained: its action, time, row, details, outcome or hash',
  person_changed: 'who did it, or a name or address in its details, differs from what was chained',
  end_missing: 'the chain ends too early: its last links are missing',
  end_changed: 'the last link is not the one that the head names',
  row_outside: 'a row says that it is chained and has no link: somebody wrote it behind the portal’s back',
}

type Named = { tenantId: string; displayName: string }

/** What was found of one organisation's chain, for a person at a terminal. */
export function verdictLines({ tenantId, displayName }: Named, report: ChainReport): string[] {
  const { verified, prunedUpTo, unchained, hash, broken } = report
  const name = `${displayName} (${tenantId})`
  const waiting = `${unchained} not chained yet`
  if (broken)
    return [
      `BROKEN  ${name} at number ${broken.seq}${broken.eventId === null ? '' : `, entry ${broken.eventId}`}: ${meanings[broken.what]}`,
      `        ${verified} before it hold, ${waiting}`,
    ]
  const since = prunedUpTo === 0 ? '' : `, from number ${prunedUpTo + 1} on, after what retention has deleted`
  return [`holds   ${name}: ${verified} entries${since}, ${waiting}`, `        last hash ${hash} at number ${prunedUpTo + verified}`]
}
