import { useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { useRoles } from '../role-queries.ts'
import { roleOffers } from './role-search.ts'

type Props = { roles: readonly string[]; onAdd: (id: string) => void }

/** One more role, by its name, what it allows, or what somebody wants to do: a task leads to the least role that does it (BR-102a). */
export function RoleAdder({ roles, onAdd }: Props) {
  const { t } = useWords()
  const { roles: known } = useRoles()
  const [search, setSearch] = useState('')
  const offers = known ? roleOffers(known, search, roles) : []
  return (
    <ComboBox label={t('gdap-requests.roles.add')} description={t('gdap-requests.roles.add.hint')}
      placeholder={t('gdap-requests.roles.add.placeholder')} onSearch={setSearch}
      items={offers.map(({ id, words, about, isTask }) => ({
        id, label: words, description: isTask ? t('gdap-requests.roles.least', { role: about }) : about,
      }))}
      onChange={(id) => {
        const offer = offers.find((each) => each.id === id)
        if (offer) onAdd(offer.roleId)
      }} />
  )
}
