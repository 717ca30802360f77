import { createRoot } from 'react-dom/client';
import '../../client/ui/theme.css';
import { wearTheme } from '../../client/ui/theme.ts';
import { Circles } from './circles.tsx';
import { Controls } from './controls.tsx';
import { Surfaces } from './surfaces.tsx';

/** A page for looking at the parts, not of the product: `?part=controls&theme=day`. */
const asked = new URLSearchParams(location.search);
const part = asked.get('part') ?? 'controls';
wearTheme(asked.get('theme') === 'day' ? 'day' : 'night');

const pages: Record<string, () => React.ReactNode> = {
  controls: () => <Controls />,
  circles: () => <Circles />,
};

const root = document.getElementById('root');
if (root) createRoot(root).render(pages[part]?.() ?? <Surfaces name={part} />);
