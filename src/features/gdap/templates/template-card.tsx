import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { RoleTemplate } from '../../../../domain/gdap/schemas.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Badge } from '../../../ui/marks/badge.tsx'
import { Button, ButtonLink } from '../../../ui/actions/button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { RoleList } from '../role-list.tsx'
import { RoleNames, RoleWarnings } from './role-names.tsx'
import styles from './templates.module.css'

export type TemplateLinks = { copy: (id: string) => string; change: (id: string) => string; drift: string }

type Props = {
  template: RoleTemplate
  /** Explains a set that is no template. */
  about?: { text: string; rule: string }
  may: Verdict
  mayAdd: Verdict
  differing: number
  isHere: boolean
  links: TemplateLinks
  onRemove?: () => void
}

export function TemplateCard({ template, about, may, mayAdd, differing, isHere, links, onRemove }: Props) {
  const { t } = useWords()
  const card = useRef<HTMLLIElement>(null)
  const { id, builtIn, name, roles } = template
  const isOwn = builtIn === null && about === undefined
  useEffect(() => {
    if (!isHere) return
    card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  return (
    <li ref={card} id={id} tabIndex={-1} aria-label={name} aria-current={isHere || undefined} className={styles.place}>
      <Card title={name} className={styles.card ?? ''} action={
        about === undefined && (
          <Badge tone={isOwn ? 'info' : 'neutral'} icon="document">
            {t(isOwn ? 'role-templates.is_own' : 'role-templates.is_built_in')}
          </Badge>
        )
      }>
        <Stack gap={3}>
          {about && <Text tone="muted"><span>{about.text}</span> <RuleLink rule={about.rule} /></Text>}
          <RoleNames roles={roles} />
          <RoleWarnings roles={roles} removed={template.removedRoles} />
          {differing > 0 && <p><Link to={`${links.drift}#${id}`}>{t('role-templates.differing', { count: differing })}</Link></p>}
          <details className={styles.details}>
            <Text as="summary" opens>{t('role-templates.allows', { count: roles.length })}</Text>
            <RoleList roles={roles} />
          </details>
          <Row gap={2} align="start">
            {isOwn && (may.allowed
              ? <ButtonLink to={links.change(id)}>{t('role-templates.change')}</ButtonLink>
              : <ActionButton verdict={may}>{t('role-templates.change')}</ActionButton>)}
            {(may.allowed || !isOwn) && (mayAdd.allowed
              ? <ButtonLink to={links.copy(id)} variant={isOwn ? 'subtle' : 'plain'} icon="copy">{t('role-templates.copy')}</ButtonLink>
              : <ActionButton verdict={mayAdd} icon="copy">{t('role-templates.copy')}</ActionButton>)}
            {isOwn && may.allowed && <Button variant="subtle" icon="trash" onPress={onRemove}>{t('role-templates.remove')}</Button>}
          </Row>
        </Stack>
      </Card>
    </li>
  )
}
