import type { AccessAssignmentOnWire } from '../../../../domain/gdap/schemas.ts'
import { isAssignmentStuck } from '../../../../domain/gdap/stuck.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Badge, type Tone } from '../../../ui/marks/badge.tsx'
import type { IconName } from '../../../ui/marks/icon.tsx'
import { useNow } from '../../../ui/text/use-now.ts'

const looks: Record<AccessAssignmentOnWire['status'] | 'stuck', [Tone, IconName]> = {
  pending: ['waiting', 'waiting'],
  stuck: ['caution', 'caution'],
  active: ['success', 'success'],
  deleting: ['waiting', 'clock'],
  deleted: ['neutral', 'trash'],
  error: ['danger', 'danger'],
}

/** An assignment's status; stuck after a day. */
export function AssignmentStatus({ assignment: { status, since } }: { assignment: Pick<AccessAssignmentOnWire, 'status' | 'since'> }) {
  const { t } = useWords()
  const now = new Date(useNow())
  const shown = isAssignmentStuck({ status, since }, now) ? 'stuck' : status
  const [tone, icon] = looks[shown]
  return <Badge tone={tone} icon={icon}>{t(`delegated-admin.assignment.${shown}`)}</Badge>
}
