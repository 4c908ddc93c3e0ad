import { useRef } from 'react'
import { Button, type ButtonProps } from '../actions/button.tsx'

type Props = Omit<ButtonProps, 'onPress' | 'children'> & { label: string; onFile: (file: File) => void }

/** Opens a list's file with a button, accessible to keyboards and screen readers. */
export function FileButton({ label, onFile, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} onPress={() => input.current?.click()}>{label}</Button>
      <input ref={input} type="file" hidden accept=".csv,.tsv,.txt,text/csv" aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // Choosing the same file again must count as a change.
          event.target.value = ''
          if (file) onFile(file)
        }} />
    </>
  )
}
