import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { canGiveRolesByHand, canManagePeople } from '../../../domain/people/rules.ts'
import type { Person } from '../../../domain/people/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { downloadFile } from '../../ui/files/download-text.ts'
import type { ListAt } from '../../ui/lists/use-list-view.ts'
import { SearchField } from '../../ui/lists/search-field.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { ErasePerson } from './erase-person.tsx'
import { peopleQueries, type PeopleView, personData, restorePerson, signPersonOut } from './people-requests.ts'
import { type PersonAct, PersonRow } from './person-row.tsx'
import { RemovePerson } from './remove-person.tsx'
import { RolesByHand } from './roles-by-hand.tsx'

type Asking = Pick<Person, 'id'> & { act: 'roles' | 'remove' | 'erase' }

/** Everybody who has signed in, or tried to; a Global admin decides about them. */
export function PeopleList({ actor, at }: { actor: Actor; at: ListAt<PeopleView> }) {
  const { t } = useWords()
  const verdict = canManagePeople(actor)
  return (
    <Card title={t('people.list')}>
      <Stack gap={4}>
        {!verdict.allowed && <Reason refusal={verdict} />}
        <SearchField label={t('people.search')} hint={t('people.search')} value={at.view.search} className={undefined}
          onSearch={(search) => at.change({ search })} />
        <Rows actor={actor} view={at.view} mayDecide={verdict.allowed} />
      </Stack>
    </Card>
  )
}

function Rows({ actor, view, mayDecide }: { actor: Actor; view: PeopleView; mayDecide: boolean }) {
  const { t } = useWords()
  const list = useInfiniteQuery(peopleQueries.list(view))
  const [asking, setAsking] = useTyped<Asking | null>('decision about a person', null)
  const signOut = useAction('people', signPersonOut)
  const restore = useAction('people', restorePerson)
  const data = useAction('people', personData)
  const rows = useRef<HTMLUListElement>(null)
  const people = list.data?.pages.flatMap((page) => page.items)
  const asked = people?.find(({ id }) => id === asking?.id)

  /** The button may go with what was done. */
  const told = (text: string) => {
    showToast(text)
    requestAnimationFrame(() => rows.current?.focus())
  }
  const download = async ({ id }: Person) => {
    const file = await data.run(id)
    if (file) downloadFile(`person-${id}.jsonl`, file)
  }
  const onAct = async (act: PersonAct, person: Person) => {
    const { id, displayName } = person
    if (act === 'roles' || act === 'remove' || act === 'erase') setAsking({ act, id })
    else if (act === 'data') await download(person)
    else if (act === 'sign-out') {
      if (await signOut.run(id)) told(t('people.signed_out', { person: displayName }))
    } else if (await restore.run(id)) told(t('people.restored', { person: displayName }))
  }
  const close = (done?: string) => {
    setAsking(null)
    if (done !== undefined) told(done)
  }
  if (!people) return <NotYet compact query={list} lines={6} />
  if (people.length === 0) return <EmptyState compact title={t('people.nobody')}>{t('people.nobody.text')}</EmptyState>
  return (
    <>
      <Stack as="ul" ref={rows} tabIndex={-1} quiet aria-label={t('people.list')}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} isSelf={person.id === actor.user.id}
            givesRoles={canGiveRolesByHand(actor).allowed} onAct={mayDecide ? (act) => void onAct(act, person) : undefined} />
        ))}
      </Stack>
      {list.hasNextPage && (
        <Button pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('ui.page.more')}</Button>
      )}
      {asked && asking?.act === 'roles' && <RolesByHand person={asked} onClose={close} />}
      {asked && asking?.act === 'erase' && <ErasePerson person={asked} onClose={close} />}
      {asked && asking?.act === 'remove' && <RemovePerson person={asked} isSelf={asked.id === actor.user.id} onClose={close} />}
    </>
  )
}
