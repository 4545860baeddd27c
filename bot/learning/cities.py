"""Large cities, US states and short names of zones, for people who do not know what their zone is called.

Names that an IANA zone carries itself need no line here. A state with two zones stands for the one most of its people live in.
"""

_NAMES = """
America/New_York: eastern est edt et boston philadelphia atlanta miami orlando tampa jacksonville charlotte raleigh washington
    washington_dc dc baltimore pittsburgh cleveland columbus cincinnati buffalo richmond newark hartford providence nyc
    new_york_city brooklyn florida georgia ohio virginia pennsylvania new_jersey massachusetts north_carolina south_carolina
    maryland connecticut maine vermont new_hampshire rhode_island delaware west_virginia charleston savannah greensboro
    fort_lauderdale montreal ottawa quebec
America/Detroit: michigan grand_rapids
America/Indiana/Indianapolis: indiana indianapolis
America/Kentucky/Louisville: louisville lexington
America/Chicago: central cst cdt ct houston dallas austin san_antonio fort_worth texas minneapolis saint_paul st_paul milwaukee
    st_louis saint_louis kansas_city nashville memphis new_orleans birmingham oklahoma_city tulsa omaha des_moines little_rock
    jackson madison illinois wisconsin minnesota iowa missouri arkansas louisiana mississippi alabama oklahoma tennessee
    baton_rouge wichita mobile
America/Denver: mountain mst mdt mt salt_lake_city albuquerque colorado_springs colorado utah new_mexico wyoming montana billings
    el_paso
America/Boise: idaho
America/Phoenix: arizona tucson mesa scottsdale
America/Los_Angeles: pacific pst pdt pt la california san_francisco san_diego san_jose sacramento oakland fresno seattle tacoma
    spokane portland las_vegas reno oregon nevada washington_state
America/Anchorage: alaska fairbanks
Pacific/Honolulu: hawaii hi
America/Puerto_Rico: san_juan
America/Winnipeg: manitoba
America/Edmonton: calgary alberta
America/Vancouver: bc british_columbia victoria
America/Toronto: ontario
America/Mexico_City: mexico guadalajara
America/Sao_Paulo: rio rio_de_janeiro brasilia
America/Bogota: colombia medellin
America/Lima: peru
Asia/Kolkata: india ist mumbai delhi new_delhi bangalore bengaluru hyderabad chennai pune kochi coimbatore ahmedabad jaipur
    lucknow trivandrum thiruvananthapuram mysore vizag visakhapatnam noida gurgaon madurai indore nagpur kerala
Asia/Manila: philippines pht quezon_city cebu cebu_city davao davao_city makati baguio iloilo taguig
Asia/Karachi: pakistan lahore islamabad
Asia/Dhaka: bangladesh
Asia/Colombo: sri_lanka
Asia/Dubai: uae abu_dhabi sharjah
Asia/Riyadh: saudi saudi_arabia jeddah
Asia/Singapore: sg
Asia/Kuala_Lumpur: malaysia
Asia/Shanghai: china beijing shenzhen guangzhou
Asia/Hong_Kong: hk
Asia/Tokyo: japan osaka
Asia/Seoul: korea
Europe/London: uk gmt bst england manchester birmingham_uk leeds glasgow edinburgh wales scotland
Europe/Dublin: ireland
Europe/Paris: france cet
Europe/Berlin: germany munich hamburg frankfurt cologne
Europe/Madrid: spain barcelona
Europe/Rome: italy milan
Europe/Amsterdam: netherlands
Europe/Warsaw: poland
Africa/Lagos: nigeria abuja
Africa/Nairobi: kenya
Africa/Accra: ghana
Africa/Johannesburg: south_africa cape_town durban pretoria
Africa/Cairo: egypt
Australia/Sydney: nsw canberra
Australia/Brisbane: queensland
Pacific/Auckland: new_zealand nz wellington
America/Jamaica: jamaica kingston
America/Guyana: guyana georgetown
America/Port_of_Spain: trinidad
UTC: utc z
"""


def _read() -> dict[str, str]:
    """Map each name to its zone."""
    found: dict[str, str] = {}
    zone = ""
    for word in _NAMES.split():
        if word.endswith(":"):
            zone = word[:-1]
        else:
            found[word] = zone
    return found


CITIES = _read()
