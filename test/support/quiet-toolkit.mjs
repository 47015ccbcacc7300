// Before each test file: GitHub's toolkit speaks to the runner on standard output, which nobody who reads the log of the tests
// wants to see. Tests that have something to say write to standard error.
import { Writable } from 'node:stream'

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
Object.defineProperty(process, 'stdout', { value: nowhere, configurable: true, writable: true, enumerable: true })
