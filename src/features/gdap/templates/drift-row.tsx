import { Link } from 'react-router'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { TemplateDrift } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Columns, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { RoleNames } from './role-names.tsx'
import styles from './templates.module.css'

export type DriftLinks = { relationship: (id: string) => string; renew: (id: string) => string; customer: (tenantId: string) => string }

type Props = { relationship: TemplateDrift['relationships'][number]; links: DriftLinks }

/** A live relationship's missing and additional roles, and the way to another one. */
export function DriftRow({ relationship: { id, displayName, customer, missing, extra }, links }: Props) {
  const { t } = useWords()
  return (
    <Columns as="li" id={id} tabIndex={-1} ruled="before" pad="3 4" of="minmax(0, 2fr) minmax(0, 3fr) minmax(0, 1fr)" below={640}
      gap="2 4" className={styles.differs}>
      <Stack breaks gap={1} className={styles.who}>
        <Link to={links.relationship(id)}>{displayName}</Link>
        {customer && <Text as={Link} to={links.customer(customer.tenantId)} tone="muted"><bdi>{customer.displayName}</bdi></Text>}
      </Stack>
      <Stack breaks gap={1}>
        {missing.length > 0 && (
          <Row gap="1 2" align="baseline">
            <Text as="span" tone="muted" text="caption">{t('role-templates.drift.missing')}</Text>
            <RoleNames roles={missing} label={t('role-templates.drift.missing')} />
          </Row>
        )}
        {extra.length > 0 && (
          <Row gap="1 2" align="baseline">
            <Text as="span" tone="muted" text="caption">{t('role-templates.drift.extra')}</Text>
            <RoleNames roles={extra} label={t('role-templates.drift.extra')} />
          </Row>
        )}
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
