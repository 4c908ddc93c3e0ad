import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Row } from '../../../ui/looks/layout.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import { useStarts } from './use-templates.ts'

type Props = { actor: Actor; roles: readonly string[]; onChange: (roles: string[]) => void }

/** Replaces the chosen roles by a template's; shows the template with exactly these roles. */
export function TemplateSelect({ actor, roles, onChange }: Props) {
  const { t } = useWords()
  const { starts, own, startOf, error, retry, isFetching } = useStarts(actor)
  const choose = (id: string) => {
    const start = starts.find((each) => each.id === id)
    if (start) onChange([...start.roles])
  }
  if (error) {
    return (
      <Row as="p" gap={2} align="center" tone="danger" role="alert">
        <span>{`${t('gdap-requests.roles.templates_failed')} `}</span>
        <Button pending={isFetching} onPress={retry}>{t('ui.error.retry')}</Button>
      </Row>
    )
  }
  return (
    <Select label={t('gdap-requests.roles.template')} description={t('gdap-requests.roles.template.hint')}
      placeholder={t(roles.length > 0 ? 'gdap-requests.roles.template.own_choice' : 'gdap-requests.roles.template.choose')}
      value={startOf(roles)?.id ?? ''} onChange={(event) => choose(event.target.value)}
      options={starts.map(({ id, label }) => ({
        value: id, label: own.includes(id) ? t('gdap-requests.roles.template.of_yours', { name: label }) : label,
      }))} />
  )
}
