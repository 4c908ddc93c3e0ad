type Call = [command: string, args: string[], options: { shell: boolean }]

/** How this machine's npm is called: by the file that runs now, else by its name. */
export function npmCall(args: readonly string[]): Call {
  const npm = process.env.npm_execpath
  const all = [...args, '--no-update-notifier', '--loglevel=silent']
  return npm?.endsWith('.js') ? [process.execPath, [npm, ...all], { shell: false }] : ['npm', all, { shell: process.platform === 'win32' }]
}
