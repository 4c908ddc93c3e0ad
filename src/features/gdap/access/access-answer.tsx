import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AccessAnswer } from '../../../../domain/gdap/assignments/rules.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ButtonLink } from '../../../ui/actions/button.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { Columns, Stack } from '../../../ui/looks/layout.tsx'
import { NotYet } from '../../../ui/waiting/not-yet.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { accessQueries } from './access-queries.ts'
import { type AccessLinks, AccessPath, type Named } from './access-path.tsx'
import styles from './access.module.css'
import { bestFirst } from './path-steps.ts'

type Props = { group: Named; customer: Named; links: AccessLinks }

/** Whether the group has access to the customer, and the path through each relationship. */
export function AccessAnswerView({ group, customer, links }: Props) {
  const { t } = useWords()
  const { data, ...query } = useQuery(accessQueries.path(group.id, customer.id))
  if (!data) return <NotYet query={query} lines={8} />
  return (
    <Stack gap={5}>
      <Verdict answer={data.answer}
        text={t(`delegated-admin.access.answer.${data.answer}`, { group: group.name, customer: customer.name })}>
        {data.answer === 'no_relationship' && (
          <ButtonLink to={links.request(customer.id)} icon="plus">{t('delegated-admin.access.fix.request')}</ButtonLink>
        )}
      </Verdict>
      {data.path.length > 0 && (
        <Stack as="section" gap={5} aria-label={t('delegated-admin.access.ways')}>
          {bestFirst(data.path).map((way) => (
            <AccessPath key={way.relationship.id} way={way} group={group} customer={customer} links={links} />
          ))}
        </Stack>
      )}
    </Stack>
  )
}

function Verdict({ answer, text, children }: { answer: AccessAnswer; text: string; children: ReactNode }) {
  const has = answer === 'has_access'
  const tone = has ? 'success' : 'danger'
  return (
    <Columns of="auto minmax(0, 1fr) auto" gap="2 3" align="center" pad="4 5" callout={tone} box={`${tone}-soft`} text="lead"
      className={styles.verdict}>
      <Icon name={has ? 'success' : 'refused'} size={24} tone={tone} />
      <p role="status"><span>{text}</span> <RuleLink rule="BR-92" /></p>
      {children && <div className={styles.fix}>{children}</div>}
    </Columns>
  )
}
