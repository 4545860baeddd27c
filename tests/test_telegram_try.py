import random, copy, json, collections
from tests.telegram_world import World, telegram_server, on_sqlite
ODD=[None, 0, -1, 2**63, "", "x"*5000, "/code E11.9", "?", "?code", [], {}, True, 1.5, "\ud800", "\u0000", {"id":1}, [[]], 10**30]
def mutate(r, v):
    paths=[]
    def walk(x, p):
        if isinstance(x, dict):
            for k in x: paths.append((x,k)); walk(x[k], p)
        elif isinstance(x, list):
            for i in range(len(x)): paths.append((x,i)); walk(x[i], p)
    walk(v, ())
    if not paths: return
    c,k=r.choice(paths)
    if r.random()<.3 and isinstance(c, dict): del c[k]
    else: c[k]=copy.deepcopy(r.choice(ODD))
@on_sqlite
async def test_try(tutor, clock, caplog):
    r=random.Random(5)
    async with telegram_server(clock) as server, World(tutor, server, lambda: clock.now) as w:
        server.group("group", managers=("mia",))
        await server.says("ana","/start"); await server.says("group","/code E11.9",by="ana")
        w.reception._throttle._burst=10**9; w.reception._throttle._buckets.clear()
        m,b=server.button("ana","Skip")
        base_tap=server._json(server.person("ana"), m)
        for n in range(3000):
            kind=r.randrange(6)
            if kind==0: u={"message": server.message("ana",None,{"text":r.choice(["E11.9","/help","B"])})}
            elif kind==1: u={"message": server.message("group","ana",{"text":"/code E11.9"}, to=server.sees("group")[1])}
            elif kind==2:
                q=f"q{n}"; u={"callback_query":{"id":q,"from":server._user("ana"),"chat_instance":"1","data":r.choice(["?code","/help","/skip 1 1"]),"message":copy.deepcopy(base_tap)}}
            elif kind==3: u={"inline_query":{"id":f"i{n}","from":server._user("ana"),"query":"E11","offset":""}}
            elif kind==4: u={"my_chat_member": server._membership(server.groups["group"],"ana","left",{"status":"member"})}
            else: u={"message": server.message("ana",None,{"photo":[{"file_id":"p","file_unique_id":"p","width":1,"height":1}]})}
            u=json.loads(json.dumps(u))
            for _ in range(r.choice([0,1,1,2])): mutate(r,u)
            u.pop("update_id",None)
            tap=u.get("callback_query")
            if isinstance(tap,dict) and isinstance(tap.get("id"),str): server.spinning.add(tap["id"])
            server.push(u)
            if n%100==99:
                await server.settled()
        await server.settled()
        print(len(server.spinning), [x[:20] for x in list(server.spinning)[:5]])
        c=collections.Counter((getattr(x,'action',''),getattr(x,'error',''),getattr(x,'where','')[-60:]) for x in caplog.records if x.levelname in('WARNING','ERROR'))
        for k in c.most_common(): print(k)
        print(collections.Counter(f[:120] for f in server.faults).most_common(10)); server.faults.clear()
        print([s.text[:20] for s in await server.says("ana","E11.9")])
