import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import type { TemplateDrift } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { Box, Marked, Stack, Text } from '../../../ui/looks/layout.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { EmptyState } from '../../../ui/waiting/states.tsx'
import { DriftRow, type DriftLinks } from './drift-row.tsx'
import styles from './templates.module.css'

/** The rows shown at first. */
const fewRows = 10

/** Live relationships that differ from their template, and the remedies (BR-88). */
export function DriftList({ drifts, links }: { drifts: readonly TemplateDrift[]; links: DriftLinks }) {
  const { t } = useWords()
  if (drifts.length === 0) return <EmptyState title={t('role-templates.drift.none')}>{t('role-templates.drift.none.text')}</EmptyState>
  return (
    <Stack gap={6}>
      <Card title={t('role-templates.drift.what')}>
        <Stack as="ul" gap={3}>
          <Marked as="li" measure={80}><Icon name="info" tone="muted" /><span>{t('role-templates.drift.near')}</span></Marked>
          <Marked as="li" measure={80}>
            <Icon name="refresh" tone="muted" /><span><span>{t('role-templates.drift.renew')}</span> <RuleLink rule="BR-88" /></span>
          </Marked>
          <Marked as="li" measure={80}><Icon name="trash" tone="muted" /><span>{t('role-templates.drift.global')}</span></Marked>
        </Stack>
      </Card>
      {drifts.map((drift) => <Drift key={drift.templateId} drift={drift} links={links} />)}
    </Stack>
  )
}

function Drift({ drift: { templateId, name, count, relationships }, links }: { drift: TemplateDrift; links: DriftLinks }) {
  const { t } = useWords()
  const { hash } = useLocation()
  const isHere = hash === `#${templateId}`
  const [isWhole, setWhole] = useState(isHere)
  const shown = isWhole ? relationships : relationships.slice(0, fewRows)
  useEffect(() => {
    if (isHere) document.getElementById(templateId)?.focus()
  }, [isHere, templateId])
  return (
    <div id={templateId} tabIndex={-1} className={styles.place}>
      <Card title={name} flush>
        <Text tone="muted" pad="0 4 3">
          <span>{t('role-templates.drift.count', { count })}</span>
          {count > relationships.length && <span>{` ${t('role-templates.drift.capped', { shown: relationships.length })}`}</span>}
        </Text>
        <ul>
          {shown.map((each) => <DriftRow key={each.id} relationship={each} links={links} />)}
        </ul>
        {shown.length < relationships.length && (
          <Box ruled="before" pad={2}>
            <Button variant="subtle" icon="chevronDown" onPress={() => {
              setWhole(true)
              // The button vanishes; the first new row takes its focus.
              requestAnimationFrame(() => document.getElementById(relationships[fewRows]?.id ?? '')?.focus())
            }}>
              {t('role-templates.drift.more', { count: relationships.length - shown.length })}
            </Button>
          </Box>
        )}
      </Card>
    </div>
  )
}
