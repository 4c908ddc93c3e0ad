import { canBeNamed } from '../../../../domain/gdap/relationship-rules.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import type { Named } from '../request/suggested-name.ts'
import styles from './bulk.module.css'
import { nameBy, patternMarks } from './name-pattern.ts'
import { readCustomers } from './read-customers.ts'

const sample: Named = { tenantId: '1a68ec39-bfdd-466e-acde-85983264cd63', companyName: 'Tailspin Toys', domain: 'tailspintoys.example' }

/** The list's first customer, else an example company. */
function exampleOf(text: string): Named {
  const read = readCustomers(text)
  const [first] = 'why' in read ? [] : read
  const [value = ''] = first?.values.slice(-1) ?? []
  if (first?.by === 'name') return { ...sample, companyName: value }
  return first?.by === 'domain' ? { ...sample, companyName: value.split('.')[0] ?? '', domain: value } : sample
}

/** BR-82: judges the form of the pattern's names. */
export const nameVerdict = (pattern: string, part: string, text: string): Verdict =>
  canBeNamed(nameBy(pattern, part, exampleOf(text)), false)

type Props = { pattern: string; part: string; text: string; onChange: (pattern: string) => void }

/** The pattern of the requests' names, with a live example. */
export function PatternField({ pattern, part, text, onChange }: Props) {
  const { t, refusalText, formatList } = useWords()
  const verdict = nameVerdict(pattern, part, text)
  const example = nameBy(pattern, part, exampleOf(text))
  return (
    <Stack gap={2}>
      <TextField label={t('gdap-requests.bulk.pattern')} value={pattern} spellCheck={false} autoCapitalize="none"
        error={verdict.allowed ? undefined : refusalText(verdict)}
        description={t('gdap-requests.bulk.pattern.hint', { marks: formatList(patternMarks) })}
        onChange={(event) => onChange(event.target.value)} />
      <Text tone="muted" breaks className={styles.example}>
        <span>{t('gdap-requests.bulk.pattern.example')}</span> <output><code translate="no">{example}</code></output>
      </Text>
    </Stack>
  )
}
