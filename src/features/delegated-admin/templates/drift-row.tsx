import { Link } from 'react-router'
import { globalAdministrator } from '../../../../domain/delegated-admin/role-catalogue.ts'
import type { TemplateDrift } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { RoleNames } from './role-names.tsx'
import styles from './templates.module.css'

export type DriftLinks = { relationship: (id: string) => string; renew: (id: string) => string; customer: (tenantId: string) => string }

type Props = { relationship: TemplateDrift['relationships'][number]; links: DriftLinks }

/** One live relationship beside its template: what it lacks, what it has beyond it, and the way to another one. */
export function DriftRow({ relationship: { id, displayName, customer, missing, extra }, links }: Props) {
  const { t } = useWords()
  return (
    <li id={id} tabIndex={-1} className={styles.differs}>
      <div className={styles.who}>
        <Link to={links.relationship(id)}>{displayName}</Link>
        {customer && <Link to={links.customer(customer.tenantId)} className={styles.customer}><bdi>{customer.displayName}</bdi></Link>}
      </div>
      <div className={styles.roles}>
        {missing.length > 0 && (
          <div>
            <span className={styles.label}>{t('role-templates.drift.missing')}</span>
            <RoleNames roles={missing} label={t('role-templates.drift.missing')} />
          </div>
        )}
        {extra.length > 0 && (
          <div>
            <span className={styles.label}>{t('role-templates.drift.extra')}</span>
            <RoleNames roles={extra} label={t('role-templates.drift.extra')} />
          </div>
        )}
      </div>
      <div className={styles.acts}>
        {extra.includes(globalAdministrator) && <Link to={links.relationship(id)}>{t('role-templates.drift.take_out')}</Link>}
        <Link to={links.renew(id)} aria-label={t('role-templates.drift.renew_one', { name: displayName })}>
          {t('role-templates.drift.renew_link')}
        </Link>
      </div>
    </li>
  )
}
