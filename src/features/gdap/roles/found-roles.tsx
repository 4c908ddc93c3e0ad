import { Link, useLocation } from 'react-router'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { RoleTemplate } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { Marked, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { RoleMark } from '../role-list.tsx'
import type { FoundRole } from './role-filter.ts'
import styles from './roles.module.css'

type Props = {
  found: readonly FoundRole[]
  /** The role in the address. */
  here: string
  templates: readonly RoleTemplate[]
  linkToTemplate: (id: string) => string
}

/** Found roles with explanations, tasks and templates, each with an address. */
export function FoundRoles({ found, ...rest }: Props) {
  const { t } = useWords()
  const forTask = found.filter(({ tasks }) => tasks.length > 0)
  const others = found.filter(({ tasks }) => tasks.length === 0)
  if (forTask.length === 0) return <Card flush><Rows found={others} {...rest} /></Card>
  return (
    <>
      <Card title={t('role-templates.least')} flush><Rows found={forTask} {...rest} /></Card>
      {others.length > 0 && <Card title={t('role-templates.others')} flush><Rows found={others} {...rest} /></Card>}
    </>
  )
}

function Rows({ found, here, ...rest }: Props) {
  return (
    <Stack as="ul">
      {found.map((each) => (
        <Stack as="li" key={each.role.id} id={each.role.id} tabIndex={-1} gap={1} ruled="between" pad="3 4" className={styles.row}
          aria-current={each.role.id === here || undefined}>
          <Role {...each} {...rest} />
        </Stack>
      ))}
    </Stack>
  )
}

function Role({ role, tasks, templates, linkToTemplate }: FoundRole & Pick<Props, 'templates' | 'linkToTemplate'>) {
  const { t } = useWords()
  const { search } = useLocation()
  const usedIn = templates.filter(({ roles }) => roles.includes(role.id))
  return (
    <>
      {tasks.length > 0 && (
        <Stack as="ul" gap={1}>
          {tasks.map(({ task, words }) => (
            <Marked as="li" tone="success" key={task}>
              <Icon name="check" /><span>{t('role-templates.least_for', { task: words })}</span>
            </Marked>
          ))}
        </Stack>
      )}
      <Row as="p" gap="1 2" align="center" text="strong" breaks hyphens className={styles.name}>
        <Link to={{ search, hash: role.id }} replace title={t('role-templates.link')}>{role.name}</Link>
        <RoleMark role={role} />
      </Row>
      <p>{role.allows}</p>
      {role.id === globalAdministrator && (
        <Marked as="p" tone="caution">
          <Icon name="caution" />
          <span><span>{t('role-templates.global_administrator')}</span> <RuleLink rule="BR-87" /></span>
        </Marked>
      )}
      {usedIn.length > 0 && (
        <Text tone="muted" text="caption">
          <span>{`${t('role-templates.used_in')} `}</span>
          {usedIn.map(({ id, name }, position) => (
            <span key={id}>{position > 0 && <span>{'\u00a0· '}</span>}<Link to={linkToTemplate(id)}>{name}</Link></span>
          ))}
        </Text>
      )}
    </>
  )
}
