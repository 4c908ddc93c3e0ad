import { useRef } from 'react'
import { IconButton } from '../actions/button.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useSearchText } from './use-search-text.ts'

type Props = {
  label: string
  hint: string
  value: string | undefined
  onSearch: (text: string) => void
  /** A clear button, where the browser's own is hidden. */
  clear?: { label: string; className: string | undefined }
  className: string | undefined
}

/** Searches while typing; Enter searches at once, Escape clears. */
export function SearchField({ label, hint, value, onSearch, clear, className }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const search = useSearchText(value ?? '', onSearch)
  return (
    <Form className={className} onSubmit={() => search.set(search.text)}>
      <TextField ref={field} label={label} hideLabel icon="search" type="search" enterKeyHint="search" error={search.fault}
        placeholder={hint} value={search.text} onChange={(event) => search.set(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || search.text === '') return
          event.preventDefault()
          search.set('')
        }} />
      {clear && search.text !== '' && (
        <IconButton icon="close" label={clear.label} className={clear.className} onPress={() => {
          search.set('')
          field.current?.focus()
        }} />
      )}
    </Form>
  )
}
