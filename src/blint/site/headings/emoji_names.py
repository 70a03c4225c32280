"""Names of emoji as they are written between colons: the ones that headings begin with."""

from __future__ import annotations

from typing import Final

_NAMES: Final = """
+1 -1 100 1234 abc airplane alarm_clock alien ambulance anchor angel anger angry apple art
atom_symbol baby balloon bar_chart battery bear bee beer beers beetle bell bike bird birthday
blue_heart blush boat bomb book bookmark bookmark_tabs books boom bow bricks briefcase
broken_heart bug building_construction bulb bullettrain_side bus busts_in_silhouette cactus cake
calendar camera camera_flash candle car card_file_box card_index cat chart_with_downwards_trend
chart_with_upwards_trend checkered_flag cherries children_crossing christmas_tree clap clapper
clipboard clock clock1 clown_face cloud cocktail coffee coffin collision computer confetti_ball
construction construction_worker control_knobs cookie cop copyright crab credit_card
crossed_fingers crossed_swords crown cry crystal_ball dart date dizzy dog dolphin door dove dragon
droplet earth_africa earth_americas earth_asia egg electric_plug elephant email envelope
exclamation eye eyes facepunch factory fallen_leaf fast_forward feet file_cabinet file_folder fire
fish flashlight floppy_disk flower_playing_cards folded_hands football footprints fork_and_knife
four four_leaf_clover fox_face frog game_die gear gem ghost gift globe_with_meridians goal_net
green_heart green_circle grey_exclamation grey_question grin grinning hamburger hammer
hammer_and_pick hammer_and_wrench handshake hash heart heart_eyes heavy_check_mark
heavy_exclamation_mark heavy_minus_sign heavy_plus_sign hocho honeybee hot_pepper hourglass house
inbox_tray information_source innocent iphone jack_o_lantern joy key keyboard label ladder
large_blue_circle laughing leaves ledger left_right_arrow lemon light_bulb link lipstick lock
lock_with_ink_pen loop loud_sound loudspeaker mag mag_right magic_wand magnet mailbox
mailbox_closed man_technologist map mega memo microphone microscope money_with_wings moneybag
monkey monkey_face monocle_face moon mortar_board mountain movie_camera mushroom musical_note mute
nerd_face new newspaper no_entry no_entry_sign no_good notebook notes octopus ok ok_hand ok_man
ok_woman one open_book open_file_folder open_hands orange_heart outbox_tray owl package
page_facing_up page_with_curl paintbrush palm_tree panda_face paperclip partly_sunny party_popper
pear pen pencil pencil2 penguin phone pig pill pizza point_down point_left point_right point_up
postbox pray printer purple_heart pushpin puzzle_piece question rabbit racing_car radio rage
rainbow raised_hand raised_hands receipt recycle red_circle relaxed repeat revolving_hearts ribbon
robot rocket roller_coaster rose rotating_light rowboat running sailboat santa satellite scissors
scroll see_no_evil seedling shield ship shirt shrimp shrug shushing_face skull sleeping
slot_machine small_blue_diamond smile smiley smiling_imp smirk snail snake snowflake snowman sob
soccer soon sparkle sparkles sparkling_heart speaker speech_balloon speedboat spider
spiral_notepad sponge star star2 stars stethoscope stop_sign stopwatch straight_ruler strawberry
sun_with_face sunflower sunglasses sunny sunrise sweat sweat_smile sync syringe tada taxi tea
technologist telephone telescope tent test_tube thinking thought_balloon three thumbsdown thumbsup
ticket tiger toolbox tools train tram triangular_flag_on_post triangular_ruler trident trophy
tropical_fish truck turtle tv twisted_rightwards_arrows two umbrella unamused unicorn unlock up
upside_down_face vertical_traffic_light video_camera video_game volcano warning wastebasket watch
watermelon wave whale wheelchair white_check_mark white_heart wind_chime wine_glass wink
woman_technologist wrench writing_hand x yellow_heart yum zap zipper_mouth_face zzz
"""
EMOJI_NAMES: Final = frozenset(_NAMES.split())
