/** Opens the store in FOLDER and says how that went: `try-open.ts FOLDER`. */
import { argv, stdout } from 'node:process';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { randomIds } from './random-ids.ts';

const [, , folder = ''] = argv;
try {
  await openSqliteStore({ folder, ids: randomIds }).close();
  stdout.write('opened');
} catch (error) {
  stdout.write(String(error));
}
