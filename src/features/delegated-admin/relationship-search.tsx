import { useWords } from '../../i18n/use-words.ts'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import barStyles from '../../ui/toolbar.module.css'
import { useSearchText } from '../../ui/use-search-text.ts'

/** Narrows the page to relationships whose name or customer holds the text; what was chosen stays chosen. */
export function RelationshipSearch({ inForce, onSearch }: { inForce: string; onSearch: (text: string) => void }) {
  const { t } = useWords()
  const search = useSearchText(inForce, onSearch)
  return (
    <Form className={barStyles.search} onSubmit={() => search.set(search.text)}>
      <TextField label={t('gdap-board.search')} hideLabel icon="search" type="search" enterKeyHint="search" error={search.fault}
        placeholder={t('gdap-board.search.hint')} value={search.text} onChange={(event) => search.type(event.target.value)} />
    </Form>
  )
}
