import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';

// Runs before each test file: files share a process, and no file may find what another one stored.
globalThis.indexedDB = new IDBFactory();
// Dexie took the one that was there when it was loaded.
Dexie.dependencies.indexedDB = indexedDB;
