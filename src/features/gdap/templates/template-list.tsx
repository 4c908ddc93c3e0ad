import { type ReactNode, useRef, useState } from 'react'
import type { RoleTemplate } from '../../../../domain/gdap/schemas.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { useAction } from '../../../ui/actions/use-action.ts'
import { Columns, Stack, Text } from '../../../ui/looks/layout.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { EmptyState } from '../../../ui/waiting/states.tsx'
import { TemplateCard, type TemplateLinks } from './template-card.tsx'
import { removeTemplate } from './template-requests.ts'

/** Microsoft's recommended or default set. */
export type RoleSet = { id: 'recommended' | 'default'; roles: readonly string[]; text: string; rule: string }

type Props = {
  templates: readonly RoleTemplate[]
  sets: readonly RoleSet[]
  may: Verdict
  mayAdd: Verdict
  /** Counts differing live relationships by template. */
  differing: ReadonlyMap<string, number>
  /** The template in the address. */
  here: string
  links: TemplateLinks
}

/** The partner's own templates, the built-in ones by job, and Microsoft's sets; each can be copied. */
export function TemplateList({ templates, sets, may, mayAdd, differing, here, links }: Props) {
  const { t } = useWords()
  const [leaving, setLeaving] = useState<RoleTemplate>()
  const heading = useRef<HTMLHeadingElement>(null)
  const remove = useAction('role-templates', removeTemplate)
  const own = templates.filter(({ builtIn }) => builtIn === null)
  const builtIn = templates.filter((each) => each.builtIn !== null)

  const onRemove = async ({ id, etag, name }: RoleTemplate) => {
    const isRemoved = await remove.run({ id, etag })
    setLeaving(undefined)
    if (!isRemoved) return
    showToast(t('role-templates.removed', { name }))
    // The card and its button vanish.
    requestAnimationFrame(() => heading.current?.focus())
  }
  const cardOf = (template: RoleTemplate) => (
    <TemplateCard key={template.id} template={template} may={may} mayAdd={mayAdd} differing={differing.get(template.id) ?? 0}
      isHere={template.id === here} links={links} onRemove={() => setLeaving(template)} />
  )
  return (
    <Stack gap={6}>
      <Stack as="section" gap={3}>
        <h2 ref={heading} tabIndex={-1}>{t('role-templates.own')}</h2>
        {own.length > 0 ? <Columns as="ul" fill={400} gap={4}>{own.map(cardOf)}</Columns> : (
          <EmptyState compact title={t('role-templates.own.empty')}>
            {t(may.allowed ? 'role-templates.own.empty.may' : 'role-templates.own.empty.may_not')}
          </EmptyState>
        )}
      </Stack>
      <Section title={t('role-templates.built_in')} text={
        <><span>{t('role-templates.built_in.text')}</span> <RuleLink rule="BR-102a" /></>
      }>
        {builtIn.map(cardOf)}
      </Section>
      <Section title={t('role-templates.sets')} text={t('role-templates.sets.text')}>
        {sets.map(({ id, roles, text, rule }) => (
          <TemplateCard key={id} isHere={id === here} may={may} mayAdd={mayAdd} differing={0} links={links}
            about={{ text, rule }} template={{
            id, builtIn: null, name: t(`role-templates.set.${id}`), roles: [...roles], removedRoles: [], warning: null, etag: null,
          }} />
        ))}
      </Section>
      {leaving && (
        <ConfirmDialog isOpen onClose={() => setLeaving(undefined)} title={t('role-templates.remove.title', { name: leaving.name })}
          act={{
            variant: 'danger', icon: 'trash', pending: remove.isRunning, onPress: () => void onRemove(leaving),
            children: t('role-templates.remove'),
          }}
          changes={[t('role-templates.remove.changes', { name: leaving.name })]}
          keeps={[t('role-templates.remove.keeps.relationships'), t('role-templates.remove.keeps.requests')]} />
      )}
    </Stack>
  )
}

function Section({ title, text, children }: { title: string; text: ReactNode; children: ReactNode }) {
  return (
    <Stack as="section" gap={3}>
      <h2>{title}</h2>
      <Text measure={76} tone="muted">{text}</Text>
      <Columns as="ul" fill={400} gap={4}>{children}</Columns>
    </Stack>
  )
}
