import { buffer } from 'node:stream/consumers'
import { drawLogo } from './draw-logo.ts'
import { endings } from './endings.ts'

/** Reads a picture from its input, and writes a PNG to its output or says by how it ends what was wrong. */
const made = await drawLogo(await buffer(process.stdin))
if (typeof made === 'string') process.exitCode = endings.indexOf(made)
else process.stdout.write(made)
