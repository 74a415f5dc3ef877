import "@fontsource-variable/bricolage-grotesque/wght.css";
import "@fontsource-variable/instrument-sans/wght.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createTrainer } from "./core/client/client.ts";
import { App } from "./core/page/App.tsx";
import { startServiceWorker } from "./core/page/serviceWorker/startServiceWorker.ts";
import { SessionProvider } from "./core/page/session/SessionProvider.tsx";
import { SessionStore } from "./core/page/session/SessionStore.ts";
import { hasSimd } from "./core/page/simd.ts";
import { Unsupported } from "./core/page/Unsupported.tsx";

const root = createRoot(document.getElementById("root") as HTMLElement);

if (hasSimd()) {
  const session = new SessionStore(createTrainer);
  session.start();
  startServiceWorker(() => session.state.get().recommendations === null);
  root.render(
    <StrictMode>
      <SessionProvider session={session}>
        <App />
      </SessionProvider>
    </StrictMode>,
  );
} else {
  root.render(<Unsupported />);
}
