import { useRef } from 'react'
import { Button, type ButtonProps } from '../actions/button.tsx'

type Props = Omit<ButtonProps, 'onPress' | 'children'> & { label: string; accept?: string; onFile: (file: File) => void }

/** Opens a file, a list's unless `accept` says otherwise, with a button, accessible to keyboards and screen readers. */
export function FileButton({ label, accept = '.csv,.tsv,.txt,text/csv', onFile, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} onPress={() => input.current?.click()}>{label}</Button>
      <input ref={input} type="file" hidden accept={accept} aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // Choosing the same file again must count as a change.
          event.target.value = ''
          if (file) onFile(file)
        }} />
    </>
  )
}
