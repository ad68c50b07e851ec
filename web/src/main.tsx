import './app/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { lookWhileAttended } from './app/attended.ts';
import { startTexts } from './texts/i18n.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the document has no root');
await startTexts();
lookWhileAttended();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
