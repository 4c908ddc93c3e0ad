import { useEffect, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { TemplateDrift } from '../../../../domain/gdap/schemas.ts'
import type { Total } from '../../../../domain/page.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { Box, Columns, Marked, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { EmptyState } from '../../../ui/waiting/states.tsx'
import { RoleNames } from './role-names.tsx'
import styles from './templates.module.css'

/** The rows shown at first. */
const fewRows = 10

/** Live relationships that differ from their template, and the remedies (BR-88). */
export function DriftList({ drifts, compared, links }: { drifts: readonly TemplateDrift[]; compared: Total; links: DriftLinks }) {
  const { t } = useWords()
  if (drifts.length === 0 && !compared.capped) {
    return <EmptyState title={t('role-templates.drift.none')}>{t('role-templates.drift.none.text')}</EmptyState>
  }
  return (
    <Stack gap={6}>
      <Card title={t('role-templates.drift.what')}>
        <Stack as="ul" gap={3}>
          {compared.capped && (
            <Marked as="li" measure={80}>
              <Icon name="caution" tone="caution" /><span>{t('role-templates.drift.compared', { count: compared.count })}</span>
            </Marked>
          )}
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

type DriftLinks = { relationship: (id: string) => string; renew: (id: string) => string; customer: (tenantId: string) => string }

type RowProps = { relationship: TemplateDrift['relationships'][number]; links: DriftLinks }

/** A live relationship's missing and additional roles, and the way to another one. */
function DriftRow({ relationship: { id, displayName, customer, missing, extra }, links }: RowProps) {
  const { t } = useWords()
  return (
    <Columns as="li" id={id} tabIndex={-1} ruled="before" pad="3 4" of="minmax(0, 2fr) minmax(0, 3fr) minmax(0, 1fr)" below={640}
      gap="2 4" className={styles.differs}>
      <Stack breaks gap={1} className={styles.who}>
        <Link to={links.relationship(id)}>{displayName}</Link>
        {customer && <Text as={Link} to={links.customer(customer.tenantId)} tone="muted"><bdi>{customer.displayName}</bdi></Text>}
      </Stack>
      <Stack breaks gap={1}>
        {([['missing', missing], ['extra', extra]] as const).map(([which, roles]) => roles.length > 0 && (
          <Row gap="1 2" align="baseline" key={which}>
            <Text as="span" tone="muted" text="caption">{t(`role-templates.drift.${which}`)}</Text>
            <RoleNames roles={roles} label={t(`role-templates.drift.${which}`)} />
          </Row>
        ))}
      </Stack>
      <Stack breaks gap={1} align="end" className={styles.acts}>
        {extra.includes(globalAdministrator) && <Link to={links.relationship(id)}>{t('role-templates.drift.take_out')}</Link>}
        <Link to={links.renew(id)} aria-label={t('role-templates.drift.renew_one', { name: displayName })}>
          {t('role-templates.drift.renew_link')}
        </Link>
      </Stack>
    </Columns>
  )
}
