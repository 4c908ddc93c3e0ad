import type { PartnerKind } from '../../../domain/organizations/kinds.ts'
import type { NoticeHow, NoticeKind } from '../../../domain/notices/notice-kinds.ts'
import type { Notices } from '../../../domain/notices/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { Form } from '../../ui/forms/form.tsx'
import { Select } from '../../ui/forms/select.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Columns, Stack, Text } from '../../ui/looks/layout.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { chooseNotices, noticeInputs } from './notice-requests.ts'

const groups: readonly (readonly [group: 'work' | 'rights' | 'security', kinds: readonly NoticeKind[]])[] = [
  ['work', ['invitations', 'answers', 'partnerships']], ['rights', ['admin_rights_asked', 'admin_rights']], ['security', ['security']],
]

type Chosen = Partial<Record<NoticeKind, NoticeHow>>

const chosenIn = ({ items }: Notices): Chosen => Object.fromEntries(items.map(({ kind, how }) => [kind, how]))

/** Which mails the reader gets: a row for each kind, with what it tells and how often. */
export function NoticesForm({ notices, at }: { notices: Notices; at: PartnerKind | 'customer' }) {
  const { t } = useWords()
  const [chosen, setChosen] = useTyped('notices', chosenIn(notices))
  const save = useAction('people', chooseNotices, noticeInputs)
  const changed = notices.items.flatMap(({ kind, how }) => {
    const now = chosen[kind] ?? how
    return now === how ? [] : [{ kind, how: now }]
  })
  const kept = useUnsaved(changed.length > 0 && JSON.stringify(changed))

  const submit = async () => {
    if (!(await save.run({ choices: changed, etag: notices.etag }))) return
    kept()
    showToast(t('notices.saved'))
  }
  const textOf = (kind: NoticeKind) =>
    t(kind === 'invitations' && at === 'indirect_reseller' ? 'notices.kind.invitations.text_reseller' : `notices.kind.${kind}.text`)
  return (
    <Stack as={Form} gap={4} onSubmit={submit}>
      {groups.map(([group, kinds]) => {
        const items = notices.items.filter(({ kind }) => kinds.includes(kind))
        return items.length > 0 && (
          <Card key={group} title={t(`notices.group.${group}`)}>
            <Stack gap={4}>
              {items.map(({ kind, how, offered }) => (
                <Columns key={kind} of="minmax(0, 1fr) 180px" below={560} gap={3} align="start">
                  <Stack gap={1}>
                    <Text text="strong">{t(`notices.kind.${kind}`)}</Text>
                    <Text tone="muted">{textOf(kind)}</Text>
                  </Stack>
                  <Select label={t(`notices.kind.${kind}`)} hideLabel value={chosen[kind] ?? how}
                    options={offered.map((value) => ({ value, label: t(`notices.how.${value}`) }))}
                    onChange={({ target }) => setChosen({ ...chosen, [kind]: target.value as NoticeHow })} />
                </Columns>
              ))}
            </Stack>
          </Card>
        )
      })}
      <Text tone="muted" measure={70}>{t('notices.daily')}</Text>
      <div><Button type="submit" variant="accent" pending={save.isRunning}>{t('notices.save')}</Button></div>
    </Stack>
  )
}
