import { writeFileSync } from 'node:fs'

// Loaded before a program that is measured.
process.on('exit', () => writeFileSync(process.env['METER_FILE']!, JSON.stringify(process.resourceUsage())))
