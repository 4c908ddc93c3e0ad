import { useRef } from 'react'
import { Button, type ButtonProps } from '../actions/button.tsx'

type Props = Omit<ButtonProps, 'onPress' | 'children'> & { label: string; onFile: (file: File) => void }

/** Chooses a list from a file by a button, which every keyboard and screen reader can use. */
export function FileButton({ label, onFile, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} onPress={() => input.current?.click()}>{label}</Button>
      <input ref={input} type="file" hidden accept=".csv,.tsv,.txt,text/csv" aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file, mended, must count as a change.
          event.target.value = ''
          if (file) onFile(file)
        }} />
    </>
  )
}
