//! What the window system does to the window: another program lets files drop on it, and its frame asks it to close.
//!
//! Both speak X's own protocols over a connection of their own (XDND version 5, `WM_DELETE_WINDOW`), so that GTK, the web
//! view and Tauri see what they see on a person's desktop. Only the pointer that would have travelled is not there.

use std::path::Path;
use std::time::Instant;

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, MapState, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{COPY_DEPTH_FROM_PARENT, CURRENT_TIME};

use crate::desk::PATIENCE;

/// Asks the window of a process to close, as its frame's cross does.
pub fn ask_to_close(process: u32) {
    let screen = Screen::reach();
    screen.ask_to_close(screen.window_of(process));
}

/// Asks the one of a process's windows that has this title to close.
pub fn ask_to_close_titled(process: u32, title: &str) {
    let screen = Screen::reach();
    let found = screen.windows_of(process).into_iter().find(|(_, one)| one == title);
    screen.ask_to_close(found.unwrap_or_else(|| panic!("no window is called {title:?}")).0);
}

/// The titles of a process's windows, in order.
pub fn titles(process: u32) -> Vec<String> {
    let mut titles: Vec<String> = Screen::reach()
        .windows_of(process)
        .into_iter()
        .map(|(_, title)| title)
        .collect();
    titles.sort();
    titles
}

/// Drops files on the middle of the window of a process, as a file browser does.
pub fn drop_files(process: u32, files: &[&Path]) {
    let screen = Screen::reach();
    let target = screen.window_of(process);
    let list: String = files
        .iter()
        .map(|file| format!("file://{}\r\n", file.display()))
        .collect();
    let source = screen.connection.generate_id().unwrap();
    let look = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE);
    let (class, visual) = (WindowClass::INPUT_OUTPUT, 0);
    let (x, y, width, height, border) = (0, 0, 1, 1, 0);
    screen
        .connection
        .create_window(
            COPY_DEPTH_FROM_PARENT,
            source,
            screen.root,
            x,
            y,
            width,
            height,
            border,
            class,
            visual,
            &look,
        )
        .unwrap();
    screen
        .connection
        .set_selection_owner(source, screen.atom("XdndSelection"), CURRENT_TIME)
        .unwrap();

    let (kind, copy) = (screen.atom("text/uri-list"), screen.atom("XdndActionCopy"));
    screen.tell(target, "XdndEnter", [source, 5 << 24, kind, 0, 0]);
    let (x, y) = screen.middle_of(target);
    let place = u32::from(x) << 16 | u32::from(y);
    let began = Instant::now();
    let mut dropped = false;
    loop {
        if !dropped {
            screen.tell(target, "XdndPosition", [source, 0, place, CURRENT_TIME, copy]);
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        while let Some(event) = screen.connection.poll_for_event().unwrap() {
            match event {
                Event::SelectionRequest(asked) => screen.answer(&asked, list.as_bytes()),
                // The first bit: it would take them.
                Event::ClientMessage(said)
                    if !dropped && said.type_ == screen.atom("XdndStatus") && said.data.as_data32()[1] & 1 == 1 =>
                {
                    dropped = true;
                    screen.tell(target, "XdndDrop", [source, 0, CURRENT_TIME, 0, 0]);
                }
                Event::ClientMessage(said) if said.type_ == screen.atom("XdndFinished") => return,
                _ => {}
            }
        }
        assert!(
            began.elapsed() < PATIENCE,
            "the window did not take the files (dropped: {dropped})"
        );
    }
}

struct Screen {
    connection: RustConnection,
    root: Window,
}

impl Screen {
    fn reach() -> Screen {
        let (connection, screen) = x11rb::connect(None).expect("a screen: run these tests through `cargo xtask test`");
        let root = connection.setup().roots[screen].root;
        Screen { connection, root }
    }

    fn atom(&self, name: &str) -> Atom {
        let asked = self.connection.intern_atom(false, name.as_bytes()).unwrap();
        asked.reply().unwrap().atom
    }

    fn ask_to_close(&self, window: Window) {
        let closing = self.atom("WM_DELETE_WINDOW");
        self.tell(window, "WM_PROTOCOLS", [closing, CURRENT_TIME, 0, 0, 0]);
    }

    /// The windows to be seen that a process made, with their titles.
    fn windows_of(&self, process: u32) -> Vec<(Window, String)> {
        let (name, text) = (self.atom("_NET_WM_NAME"), self.atom("UTF8_STRING"));
        let titled = |window: &Window| {
            let asked = self
                .connection
                .get_property(false, *window, name, text, 0, 256)
                .unwrap();
            let said = asked
                .reply()
                .map(|said| String::from_utf8_lossy(&said.value).into_owned());
            said.unwrap_or_default()
        };
        let all = self.seen_of(process).into_iter();
        all.map(|window| (window, titled(&window)))
            .filter(|(_, title)| !title.is_empty())
            .collect()
    }

    /// The window to be seen that a process made.
    fn window_of(&self, process: u32) -> Window {
        let began = Instant::now();
        loop {
            if let Some(&window) = self.seen_of(process).first() {
                return window;
            }
            assert!(
                began.elapsed() < PATIENCE,
                "the process {process} has no window to be seen"
            );
            std::thread::sleep(std::time::Duration::from_millis(40));
        }
    }

    fn seen_of(&self, process: u32) -> Vec<Window> {
        let owner = self.atom("_NET_WM_PID");
        let mut found = Vec::new();
        let mut open = vec![self.root];
        while let Some(window) = open.pop() {
            let asked = self
                .connection
                .get_property(false, window, owner, AtomEnum::CARDINAL, 0, 1)
                .unwrap();
            let owned = asked
                .reply()
                .is_ok_and(|said| said.value32().and_then(|mut all| all.next()) == Some(process));
            let seen = self
                .connection
                .get_window_attributes(window)
                .unwrap()
                .reply()
                .is_ok_and(|about| about.map_state == MapState::VIEWABLE);
            if owned && seen {
                found.push(window);
            }
            if let Ok(tree) = self.connection.query_tree(window).unwrap().reply() {
                open.extend(tree.children);
            }
        }
        found
    }

    fn middle_of(&self, window: Window) -> (u16, u16) {
        let size = self.connection.get_geometry(window).unwrap().reply().unwrap();
        let moved = self
            .connection
            .translate_coordinates(window, self.root, 0, 0)
            .unwrap()
            .reply()
            .unwrap();
        let middle = |from: i16, size: u16| u16::try_from(from).unwrap_or_default() + size / 2;
        (middle(moved.dst_x, size.width), middle(moved.dst_y, size.height))
    }

    fn tell(&self, window: Window, kind: &str, words: [u32; 5]) {
        let message = ClientMessageEvent::new(32, window, self.atom(kind), words);
        self.connection
            .send_event(false, window, EventMask::NO_EVENT, message)
            .unwrap();
        // To the server and back: a connection closed before that may take its last words along.
        self.connection.sync().unwrap();
    }

    /// Gives what the drop carries to the program that asks for it.
    fn answer(&self, asked: &SelectionRequestEvent, words: &[u8]) {
        self.connection
            .change_property8(PropMode::REPLACE, asked.requestor, asked.property, asked.target, words)
            .unwrap();
        let said = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property: asked.property,
        };
        self.connection
            .send_event(false, asked.requestor, EventMask::NO_EVENT, said)
            .unwrap();
        self.connection.flush().unwrap();
    }
}
