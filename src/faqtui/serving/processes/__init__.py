"""The processes of a server and of its sessions: who keeps, who is forked from, who is served; none of them sees a connection."""
