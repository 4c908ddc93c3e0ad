import { lockDataDir } from '../data-dir-lock.ts'

// A process for data-dir-lock.test.ts: takes the directory, says so and lives until it is killed or its input ends.
const [dataDir = ''] = process.argv.slice(2)
const lock = lockDataDir(dataDir, () => new Date())
process.stdin.resume().on('end', () => lock.release())
process.stdout.write('taken\n')
