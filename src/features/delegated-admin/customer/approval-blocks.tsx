import { daysOf, extendsItself } from '../../../../domain/delegated-admin/durations.ts'
import { canAutoExtend } from '../../../../domain/delegated-admin/relationship-rules.ts'
import { globalAdministrator } from '../../../../domain/delegated-admin/role-catalogue.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { RoleList } from '../role-list.tsx'
import { useRoles } from '../role-queries.ts'
import styles from './approval.module.css'
import { factsOf, rolesOf } from './granted-facts.ts'
import { UnchangedByRights } from './unchanged-by-rights.tsx'

type Props = { relationship: GdapRelationshipOnWire; tenant: string; level?: 2 | 4 }

/** What is asked in plain words, what a yes grants and until when, and what it leaves alone (BR-78, BR-80, BR-99, BR-101). */
export function ApprovalBlocks({ relationship, tenant, level = 2 }: Props) {
  const { t } = useWords()
  const Heading = `h${level}` as const
  return (
    <>
      <section className={styles.block}>
        <Heading className={styles.title}>{t('acceptance.asks.title')}</Heading>
        <Asked relationship={relationship} />
      </section>
      <section className={styles.block}>
        <Heading className={styles.title}>{t('acceptance.grants.title')}</Heading>
        <Granted relationship={relationship} tenant={tenant} />
      </section>
      <section className={`${styles.block} ${styles.unchanged}`}>
        <Heading className={styles.title}>{t('acceptance.unchanged.title')}</Heading>
        <UnchangedByRights relationship={relationship} />
      </section>
    </>
  )
}

function Asked({ relationship }: Pick<Props, 'relationship'>) {
  const { t } = useWords()
  const { byId } = useRoles()
  const roles = rolesOf(relationship)
  const privileged = roles.filter((id) => id !== globalAdministrator && byId.get(id)?.isPrivileged).length
  return (
    <>
      <p>{t('approval.asks.roles', { count: roles.length })}</p>
      <RoleList roles={roles} />
      {roles.includes(globalAdministrator) && (
        <p className={styles.danger}><Icon name="danger" size={20} /><span>{t('approval.asks.everything')}</span></p>
      )}
      {privileged > 0 && (
        <p className={styles.caution}>
          <Icon name="caution" size={20} />
          <span>{t('approval.asks.privileged', { count: privileged })}</span>
        </p>
      )}
      <p className={styles.beside}>{t('approval.asks.all_or_nothing', { partner: relationship.partner.displayName })}</p>
    </>
  )
}

const day = 86_400_000

function Granted({ relationship, tenant }: Pick<Props, 'relationship' | 'tenant'>) {
  const { t, formatDate } = useWords()
  const now = useNow()
  const { partner, duration, customer } = relationship
  const days = daysOf(duration) ?? 0
  const names = { partner: partner.displayName, tenant }
  const { roles, autoExtendDuration } = factsOf(relationship)
  const goesOn = extendsItself(autoExtendDuration)
  const afterwards = goesOn ? 'extends' : canAutoExtend(roles, 'P180D').allowed ? 'ends' : 'ends_for_good'
  return (
    <ul className={styles.grants}>
      <li><Icon name="key" size={20} /><span>{t('approval.grants.who', names)}</span></li>
      <li>
        <Icon name="clock" size={20} />
        <span><strong>{t('approval.grants.until', { days, date: formatDate(now + days * day) })}</strong></span>
      </li>
      <li>
        <Icon name={goesOn ? 'refresh' : 'info'} size={20} />
        <span>{t(`approval.grants.${afterwards}`, names)}</span>
      </li>
      <li><Icon name="shield" size={20} /><span>{t('approval.grants.removable')}</span></li>
      {customer === null && <li><Icon name="info" size={20} /><span>{t('approval.grants.open', names)}</span></li>}
    </ul>
  )
}
